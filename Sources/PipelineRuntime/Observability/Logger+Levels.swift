extension Logger {
    /// Writes a step of the work.
    package func debug(
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> [String: LogValue] = [:]
    ) {
        log(.debug, message(), fields())
    }

    /// Writes what happened.
    package func info(
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> [String: LogValue] = [:]
    ) {
        log(.info, message(), fields())
    }

    /// Writes what went wrong and was dealt with.
    package func warn(
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> [String: LogValue] = [:]
    ) {
        log(.warn, message(), fields())
    }

    /// Writes what went wrong and stays wrong.
    package func error(
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> [String: LogValue] = [:]
    ) {
        log(.error, message(), fields())
    }

    /// Writes what ends the process.
    package func fatal(
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> [String: LogValue] = [:]
    ) {
        log(.fatal, message(), fields())
    }
}
