using Vexera.Benchmarks.Cli;

return await new BenchmarkCommandLine(Console.Out, Console.Error).InvokeAsync(args);
