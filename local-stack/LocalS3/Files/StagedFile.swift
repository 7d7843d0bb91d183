import Glibc
import LocalServiceKit

/// Owner of a file that is being written; it vanishes unless it is published.
struct StagedFile: ~Copyable {
    private let id: FileID
    private let descriptor: Int32
    private let path: String
    private let folder: String
    private let finalPath: String

    init(id: FileID, path: String, folder: String, final: String) throws(ServiceError) {
        let opened = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw .fileFailure("open") }
        descriptor = opened
        self.id = id
        self.path = path
        self.folder = folder
        finalPath = final
    }

    deinit {
        close(descriptor)
        // After the rename in `publish` there is nothing under this name.
        unlink(path)
    }

    /// Adds bytes at the end.
    mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ServiceError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Glibc.write(
                descriptor,
                rest.base.baseAddress?.advanced(by: rest.startIndex),
                rest.count
            )
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .fileFailure("write") }
            rest = rest.dropFirst(count)
        }
    }

    /// Brings the bytes and then the name to the disk; from then on the file is there whatever happens.
    consuming func publish(in files: ObjectFiles) throws(ServiceError) -> PublishedFile {
        guard fdatasync(descriptor) == 0 else { throw .fileFailure("fdatasync") }
        guard rename(path, finalPath) == 0 else { throw .fileFailure("rename") }
        let published = PublishedFile(id: id, files: files)
        // The row must not survive a power failure that the name does not.
        try ObjectFiles.synchronize(folder)
        return published
    }
}

extension ServiceError {
    /// A file that cannot be written or read, with the system's reason.
    static func fileFailure(_ call: String) -> ServiceError {
        let reason = String(cString: strerror(errno))
        return ServiceError("InternalError", "\(call): \(reason)", status: 500, fault: .receiver)
    }
}
