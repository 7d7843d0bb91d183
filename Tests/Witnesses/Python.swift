import Foundation

/// The interpreter that has the independent implementations which the tests compare with.
package enum Python {
    /// The absolute path: `WITNESS_PYTHON`, the package's own environment, or the machine's Python.
    package static let path: String = {
        if let path = ProcessInfo.processInfo.environment["WITNESS_PYTHON"] { return path }
        let own = FileManager.default.currentDirectoryPath + "/.build/witnesses/bin/python3"
        return FileManager.default.isExecutableFile(atPath: own) ? own : "/usr/bin/python3"
    }()
}
