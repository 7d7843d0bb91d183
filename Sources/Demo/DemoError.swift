/// Why the demo could not show the pipeline at work.
enum DemoError: Error, CustomStringConvertible {
    case photoUnreadable(path: String, reason: String)
    case anotherRuns(folder: String)
    case stackNotStarted(reason: String, log: String)
    case refused(what: String, status: Int, body: String)
    case unreachable(what: String, reason: String)
    case unreadable(what: String, body: String)
    case failed(code: String, text: String)
    case tooSlow(seconds: Int, lastSeen: String)
    case incomplete(missing: String)

    var description: String {
        switch self {
        case .photoUnreadable(let path, let reason): "the photo \(path) cannot be read: \(reason)"
        case .anotherRuns(let folder): "another demo uses \(folder); wait for its end"
        case .stackNotStarted(let reason, let log): "the local stack did not start: \(reason)\n\(log)"
        case .refused(let what, let status, let body): "\(what) was refused with \(status): \(body)"
        case .unreachable(let what, let reason): "\(what) failed: \(reason)"
        case .unreadable(let what, let body): "the answer to \(what) is not what it should be: \(body)"
        case .failed(let code, let text): "the request failed (\(code)): \(text)"
        case .tooSlow(let seconds, let lastSeen): "nothing more within \(seconds) s; last seen: \(lastSeen)"
        case .incomplete(let missing): "the pipeline ended without \(missing)"
        }
    }
}
