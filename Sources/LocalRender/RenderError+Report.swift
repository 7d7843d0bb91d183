import RequestImaging
import StageContracts

extension RenderError {
    /// What `--json` prints where there are no outputs.
    struct Report: WireEncodable {
        /// Why, for programs and for people.
        struct Reason: Encodable, Equatable, Sendable {
            /// The code that a line on standard error begins with.
            let code: String
            /// All lines of standard error.
            let text: String
            /// What is wrong with the request, where that is the reason.
            let problems: [Problem]
        }

        /// Why there are no outputs.
        let error: Reason
    }

    /// The failure for programs.
    var report: Report {
        let text = lines.joined(separator: "\n")
        return Report(error: Report.Reason(code: code, text: text, problems: problems))
    }

    private var code: String {
        switch self {
        case .help: "help"
        case .usage: "usage"
        case .request: "invalid_request"
        case .image(let failure): failure.code.rawValue
        case .file(let code, _): code
        }
    }

    private var problems: [Problem] {
        if case .request(let problems) = self { problems } else { [] }
    }
}
