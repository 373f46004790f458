using Vexera.Host.Cli;
using Vexera.Host.Hosting;

NativeLibraries.Register();
using var signal = new StopSignal();
var terminal = new Terminal(Console.Out, Console.Error, IsInteractive: !Console.IsOutputRedirected);
return await new CommandLine(terminal).InvokeAsync(args, signal.Token);
