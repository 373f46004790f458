using Vexera.Host.Cli;

var terminal = new Terminal(Console.Out, Console.Error);
return await new CommandLine(terminal).InvokeAsync(args);
