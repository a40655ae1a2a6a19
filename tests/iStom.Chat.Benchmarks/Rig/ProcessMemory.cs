using System.Diagnostics;

namespace iStom.Chat.Benchmarks.Rig;

internal static class ProcessMemory
{
    /// <summary>Bytes of the machine's memory that a process holds.</summary>
    public static double Of(int process)
    {
        using var found = Process.GetProcessById(process);
        return found.WorkingSet64;
    }
}
