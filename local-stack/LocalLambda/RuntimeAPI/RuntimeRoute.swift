/// What a runtime or an extension asks for, by method and path.
enum RuntimeRoute: Hashable, Sendable {
    case ping
    case next
    case response(requestID: String)
    case error(requestID: String)
    case initializationError
    case registerExtension
    case nextExtensionEvent
    case extensionError
    /// Logs and Telemetry: taken note of, never delivered.
    case telemetry
    case unknown
    case wrongMethod

    init(method: String, path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        guard let (expected, route) = Self.find(parts) else {
            self = .unknown
            return
        }
        self = expected == method ? route : .wrongMethod
    }

    private static func find(_ parts: [String]) -> (method: String, route: RuntimeRoute)? {
        switch parts.first {
        case "2018-06-01": runtime(Array(parts.dropFirst()))
        case "2020-01-01": `extension`(Array(parts.dropFirst()))
        case "2020-08-15" where parts.last == "logs": ("PUT", .telemetry)
        case "2022-07-01" where parts.last == "telemetry": ("PUT", .telemetry)
        default: nil
        }
    }

    private static func runtime(_ parts: [String]) -> (method: String, route: RuntimeRoute)? {
        switch parts {
        case ["ping"]: return ("GET", .ping)
        case ["runtime", "invocation", "next"]: return ("GET", .next)
        case ["runtime", "init", "error"]: return ("POST", .initializationError)
        default: break
        }
        guard parts.count == 4, parts[..<2] == ["runtime", "invocation"] else { return nil }
        return switch parts[3] {
        case "response": ("POST", .response(requestID: parts[2]))
        case "error": ("POST", .error(requestID: parts[2]))
        default: nil
        }
    }

    private static func `extension`(_ parts: [String]) -> (method: String, route: RuntimeRoute)? {
        switch parts {
        case ["extension", "register"]: ("POST", .registerExtension)
        case ["extension", "event", "next"]: ("GET", .nextExtensionEvent)
        case ["extension", "init", "error"], ["extension", "exit", "error"]: ("POST", .extensionError)
        default: nil
        }
    }
}
