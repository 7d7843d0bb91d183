import LocalHTTP

extension HTTPServerLimits {
    /// What suits the Runtime API of one process, which keeps one connection and says nothing on it while its function
    /// works: for a quarter of an hour at most, and for as long as a debugger holds it.
    static var runtimeAPI: HTTPServerLimits {
        var limits = HTTPServerLimits()
        limits.threads = 1
        limits.idleSeconds = nil
        return limits
    }
}
