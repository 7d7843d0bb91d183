import FoundationEssentials
import Glibc

/// The folder of everything that lasts, held by one process at a time.
struct StateDirectory: ~Copyable {
    let path: String
    private let lock: Int32

    /// Makes the folder if there is none, and takes its lock.
    ///
    /// Throws `StartFailure.machine` if the folder cannot be used or another process holds it.
    init(_ path: String) throws(StartFailure) {
        let absolute = URL(filePath: path).absoluteURL.path(percentEncoded: false)
        let folder = absolute.hasSuffix("/") ? String(absolute.dropLast()) : absolute
        lock = try Self.locked(folder)
        self.path = folder
    }

    deinit {
        close(lock)
    }

    /// The file of the database.
    var databasePath: String { path + "/state.db" }

    /// The folder of objects' bytes.
    var objectsPath: String { path + "/objects" }

    /// The folder of the HTTPS certificate.
    var certificatePath: String { path + "/tls" }

    /// `flock` ends with the process, however it ends.
    private static func locked(_ path: String) throws(StartFailure) -> Int32 {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .machine("the folder \(path) cannot be made: \(error)")
        }
        let descriptor = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw .machine("\(path)/lock cannot be opened: \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let owner = (try? String(contentsOfFile: path + "/lock", encoding: .utf8)) ?? ""
            close(descriptor)
            throw .machine(
                "another local-stack\(owner.isEmpty ? "" : " (process \(owner))") uses the state in \(path)"
            )
        }
        let owner = "\(getpid())"
        _ = ftruncate(descriptor, 0)
        _ = owner.withCString { write(descriptor, $0, owner.utf8.count) }
        return descriptor
    }
}
