import RequestImaging
import StageContracts

/// Why a run ended without outputs.
enum RenderError: Error, Equatable {
    /// Help was asked for.
    case help
    /// The command line cannot be followed.
    case usage([String])
    /// The request breaks the contract.
    case request([Problem])
    /// The picture was refused, or an output could not be made.
    case image(ImageFailure)
    /// A file could not be read or written.
    case file(code: String, text: String)

    /// A failure of image work; where the request is the reason, one of the request.
    init(_ failure: ImageFailure) {
        guard !failure.isOfFont else {
            self = .usage(["WATERMARK_FONT: \(failure.detail)"])
            return
        }
        self = failure.code == .invalidRequest ? .request(failure.problems) : .image(failure)
    }

    /// The program's exit status: 1 for what the picture is to blame for, 2 for what the caller is.
    var exitStatus: Int32 {
        switch self {
        case .help: 0
        case .usage, .request: 2
        case .image, .file: 1
        }
    }

    /// What people and scripts read on standard error: a stable code first, one line for each problem.
    ///
    /// A file's name may hold what moves a terminal's cursor, or ends a line: that is escaped.
    var lines: [String] { texts.map(\.escapingControlCharacters) }

    private var texts: [String] {
        switch self {
        case .help: []
        case .usage(let problems): problems.map { "usage: \($0)" } + ["render --help explains"]
        case .request(let problems):
            problems.map { problem in
                // The whole of a request has no pointer.
                let place = [problem.pointer.text].filter { !$0.isEmpty }
                let parts = ["invalid_request"] + place + [problem.code.rawValue, problem.detail]
                return parts.joined(separator: ": ")
            }
        case .image(let failure) where failure.problems.count > 1:
            failure.problems.map { "\(failure.code.rawValue): \($0.pointer.text): \($0.detail)" }
        case .image(let failure):
            // A text of its own says what happened; the code's sentence does not.
            ["\(failure.code.rawValue): \(failure.text ?? "\(failure.code.title). (\(failure.detail))")"]
        case .file(let code, let text): ["\(code): \(text)"]
        }
    }
}
