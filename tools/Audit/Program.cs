using System.Runtime.InteropServices;
using Orowan.Audit;

using var cancellation = new CancellationTokenSource();
var interrupted = ExitStatus.Interrupted;
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, ExitStatus.Interrupted));
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, ExitStatus.Terminated));
var status = Application.Run(args, new Session(Console.Out, Console.Error) { Cancellation = cancellation.Token });
return status == ExitStatus.Interrupted ? interrupted : status;

// The first signal asks for an orderly end; a second one is left to the system and ends the process at once.
void Stop(PosixSignalContext signal, int exit)
{
    if (cancellation.IsCancellationRequested) return;
    signal.Cancel = true;
    interrupted = exit;
    cancellation.Cancel();
}
