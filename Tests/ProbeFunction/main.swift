import PipelineRuntime

// A function that the tests and benchmarks of the emulator and of the runtime run.
RuntimeHost.run(
    settings: { reader in reader.string("PROBE_START", for: "what becomes of the start", default: "good") },
    makeHandler: { start, _ in
        guard start == "good" else { throw InvocationFailure(.runtime("NoProbe"), ProbeHandler.trickyText) }
        return ProbeHandler()
    }
)
