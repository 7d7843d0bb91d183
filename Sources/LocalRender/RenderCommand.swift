import Glibc
import Imaging
import RequestImaging
import StageContracts

/// The command `render`.
package enum RenderCommand {
    /// The longest request that the pipeline takes, in bytes.
    private static let maximumRequestByteCount = 256 << 10

    /// Runs with the words behind the program's name, and the file of the watermarks' font if it is not the usual one.
    ///
    /// - Returns: The exit status: 0; 1 where the picture is to blame; 2 where the caller is.
    package static func run(_ words: [String], fontPath: String? = nil) -> Int32 {
        do {
            let options = try RenderOptions(words)
            try run(options, fontPath: fontPath ?? OperationMaterials.standardFontPath)
            return 0
        } catch .help {
            print(RenderHelp.text, terminator: "")
            return 0
        } catch {
            let text = error.lines.map { "\($0)\n" }.joined()
            _ = FileBytes.write(Array(text.utf8).span, to: STDERR_FILENO)
            return error.exitStatus
        }
    }

    private static func run(_ options: RenderOptions, fontPath: String) throws(RenderError) {
        let times = StepTimes()
        let request = try request(at: options.requestPath)
        let source = try SourceFile(options.inputPath)
        let run = RenderRun(
            request: request,
            source: source,
            folder: try OutputFolder(options.outputPath, keeping: source),
            limits: limits(timeoutSeconds: options.timeoutSeconds),
            fontPath: fontPath,
            times: times
        )
        let report = try run.report()
        let lines = options.isJSON ? [report.encodedText] : RenderTable(report, times).lines
        print(lines.joined(separator: "\n"))
    }

    private static func request(at path: String) throws(RenderError) -> ProcessingRequest {
        let bytes = try FileBytes.read(path, maximumByteCount: maximumRequestByteCount)
        do throws(InvalidRequest) {
            return try ProcessingRequest(reading: bytes, sourceKey: "uploads/local")
        } catch {
            throw .request(error.problems)
        }
    }

    /// What the functions allow, and a time.
    private static func limits(timeoutSeconds: Int) -> ImageLimits {
        var limits = ImageLimits()
        limits.maximumByteCount = SourceLimits.maximumByteCount
        limits.maximumPixelCount = SourceLimits.maximumPixelCount
        let deadline = ContinuousClock.now + .seconds(timeoutSeconds)
        limits.isPastDeadline = { ContinuousClock.now > deadline }
        return limits
    }
}
