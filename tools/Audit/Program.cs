using System.Runtime.InteropServices;
using MathNet.Numerics;
using Orowan.Audit;

// Cases are judged side by side; a transform that is split between the processors as well only gets in the way of the others.
Control.UseSingleThread();
using var cancellation = new CancellationTokenSource();
var interrupted = ExitStatus.Interrupted;
var grace = TimeSpan.FromSeconds(2);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, ExitStatus.Interrupted));
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, ExitStatus.Terminated));
var status = Application.Run(args, new Session(Console.Out, Console.Error) { Cancellation = cancellation.Token });
return status == ExitStatus.Interrupted ? interrupted : status;

// The first signal asks for an orderly end, which one long solve may put off: files are written at the end and at one go, so that after
// a while the process may just end. A second signal is left to the system and ends it at once.
void Stop(PosixSignalContext signal, int exit)
{
    if (cancellation.IsCancellationRequested) return;
    signal.Cancel = true;
    interrupted = exit;
    cancellation.Cancel();
    _ = Task.Delay(grace).ContinueWith(_ => EndAtOnce(), TaskScheduler.Default);
}

void EndAtOnce()
{
    Console.Error.WriteLine(Application.Stopped);
    Environment.Exit(interrupted);
}
