import Glibc
import PipelineClient
import StageContracts

/// A file with a request in it, as it would be posted.
enum RequestFile {
    /// No more is read than shows that a file is too large.
    private static let maximumByteCount = JSONLimits.request.maximumByteCount

    /// The request's members; `-` reads standard input.
    static func members(_ path: String) throws(CommandError) -> [String: JSONValue] {
        let bytes = try read(path)
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue(parsing: bytes)
        } catch {
            throw refusal(path, error.text)
        }
        guard let members = value.members else { throw refusal(path, "is JSON, but no object") }
        return members
    }

    private static func read(_ path: String) throws(CommandError) -> [UInt8] {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw refusal(path, "cannot be read: \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else {
                throw refusal(path, "cannot be read: \(String(cString: strerror(errno)))")
            }
            guard count > 0, bytes.count <= maximumByteCount else { return bytes }
            bytes += buffer[..<count]
        }
    }

    private static func refusal(_ path: String, _ what: String) -> CommandError {
        CommandError(exit: .usage, code: "usage", message: "--request \(path) \(what)")
    }
}
