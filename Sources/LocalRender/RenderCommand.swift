import CommandLineOptions
import Glibc
import Imaging
import RequestImaging
import StageContracts

/// The command `render`.
package enum RenderCommand {
    /// Runs with the words behind the program's name, and the file of the watermarks' font if it is not the usual one.
    ///
    /// - Returns: The exit status: 0; 1 where the picture is to blame; 2 where the caller is.
    package static func run(_ words: [String], fontPath: String? = nil) -> Int32 {
        do throws(RenderError) {
            try run(try RenderOptions(words), fontPath: fontPath ?? OperationMaterials.standardFontPath)
            return 0
        } catch .help {
            return (try? say(RenderOptions.description.helpText + "\n")) == nil ? 1 : 0
        } catch {
            StopSignal.passOn()
            let text = error.lines.map { "\($0)\n" }.joined()
            _ = FileBytes.write(Array(text.utf8).span, to: STDERR_FILENO)
            if words.contains("--json") { try? say(error.report.encodedText + "\n") }
            return error.exitStatus
        }
    }

    private static func say(_ text: String) throws(RenderError) {
        guard FileBytes.write(Array(text.utf8).span, to: STDOUT_FILENO) else {
            let reason = String(cString: strerror(errno))
            throw .file(code: "cannot_write", text: "standard output: \(reason)")
        }
    }

    private static func run(_ options: RenderOptions, fontPath: String) throws(RenderError) {
        let times = StepTimes()
        let limits = limits(timeoutSeconds: options.timeoutSeconds)
        let request = try request(at: options.requestPath, for: options.inputPath, limits)
        let source = try SourceFile(options.inputPath)
        StopSignal.take()
        // Then a file that is too long is an error of its write.
        signal(SIGXFSZ, SIG_IGN)
        let run = RenderRun(
            request: request,
            source: source,
            folder: try OutputFolder(options.outputPath, keeping: source),
            limits: limits,
            fontPath: fontPath,
            times: times
        )
        let report = try run.report()
        let lines = options.isJSON ? [report.encodedText] : RenderTable(report, times).lines
        try say(lines.map { "\($0)\n" }.joined())
    }

    /// The request at `path`; what is wrong with its puzzle is told of its picture at `inputPath`, too.
    private static func request(
        at path: String,
        for inputPath: String,
        _ limits: ImageLimits
    ) throws(RenderError) -> ProcessingRequest {
        var bytes = try requestBytes(path)
        // Editors write a byte order mark, which the pipeline's front door refuses; RFC 8259 lets a reader pass it over.
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes.removeFirst(3) }
        do throws(InvalidRequest) {
            return try ProcessingRequest(reading: bytes, sourceKey: "uploads/local")
        } catch {
            let draft = PuzzleDraft(salvaging: bytes)
            let picture = draft == nil ? nil : try? SourceFile(inputPath).read()
            let completed = picture.map { error.completed(by: draft, of: $0, limits: limits) }
            throw .request((completed ?? error).problems)
        }
    }

    /// One byte more than allowed is enough for the contract's reader to refuse it.
    private static func requestBytes(_ path: String) throws(RenderError) -> [UInt8] {
        do throws(RenderError) {
            return try FileBytes.prefix(path, byteCount: JSONLimits.request.maximumByteCount + 1)
        } catch {
            throw .usage(error.lines)
        }
    }

    /// What the functions allow, and a time.
    private static func limits(timeoutSeconds: Int) -> ImageLimits {
        var limits = SourceLimits.engine
        let deadline = ContinuousClock.now + .seconds(timeoutSeconds)
        limits.isPastDeadline = { StopSignal.isReceived || ContinuousClock.now > deadline }
        return limits
    }
}
