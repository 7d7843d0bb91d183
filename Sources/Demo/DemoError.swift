/// Why the demo could not show the pipeline at work.
enum DemoError: Error, CustomStringConvertible {
    case anotherRuns(folder: String)
    case stackNotStarted(reason: String, log: String)
    case failed(code: String, text: String)
    case incomplete(missing: String)

    var description: String {
        switch self {
        case .anotherRuns(let folder): "another demo uses \(folder); wait for its end"
        case .stackNotStarted(let reason, let log): "the local stack did not start: \(reason)\n\(log)"
        case .failed(let code, let text): "the request failed (\(code)): \(text)"
        case .incomplete(let missing): "the pipeline ended without \(missing)"
        }
    }
}
