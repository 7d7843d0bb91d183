import FoundationEssentials
import Glibc
import LocalServiceKit

/// The folder in which the bytes of objects and parts lie, one file each, under names of the local stack's own.
///
/// A key never becomes a path. Files are written under `staging`, brought to the disk, and only then given their place
/// under `objects`; they are never changed afterwards. Several rows may name one file.
final class ObjectFiles: Sendable {
    private let stagingPath: String
    private let objectsPath: String

    /// Makes the folders where they are missing and removes what uploads left that a crash interrupted.
    init(directory: String) throws(ServiceError) {
        stagingPath = directory + "/staging"
        objectsPath = directory + "/objects"
        do {
            try? FileManager.default.removeItem(atPath: stagingPath)
            try FileManager.default.createDirectory(atPath: stagingPath, withIntermediateDirectories: true)
            for group in UInt8.min...UInt8.max {
                let path = objectsPath + "/" + [group].hexadecimal
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }
        } catch {
            throw .internalFailure(error)
        }
        // A folder that vanishes in a power failure would take the objects in it along.
        for path in [objectsPath, directory, directory + "/.."] { try Self.synchronize(path) }
    }

    /// Brings the names in a folder to the disk.
    static func synchronize(_ path: String) throws(ServiceError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .fileFailure("open") }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .fileFailure("fsync") }
    }

    /// A new file that is not an object's yet.
    func stage() throws(ServiceError) -> StagedFile {
        let id = FileID()
        return try StagedFile(
            id: id,
            path: "\(stagingPath)/\(id.text)",
            folder: folder(of: id),
            final: path(of: id)
        )
    }

    /// Where the file's bytes lie.
    func path(of id: FileID) -> String { "\(folder(of: id))/\(id.text)" }

    /// Removes a file that no row names any more.
    func remove(_ id: FileID) {
        unlink(path(of: id))
    }

    /// Removes all files but those: a crash may come between a file's rename and its row's commit.
    func removeAll(except kept: Set<FileID>) throws(ServiceError) {
        do {
            for group in try FileManager.default.contentsOfDirectory(atPath: objectsPath) {
                let names = try FileManager.default.contentsOfDirectory(atPath: "\(objectsPath)/\(group)")
                for name in names where !kept.contains(FileID(text: name)) {
                    unlink("\(objectsPath)/\(group)/\(name)")
                }
            }
        } catch {
            throw .internalFailure(error)
        }
    }

    private func folder(of id: FileID) -> String { "\(objectsPath)/\(id.text.prefix(2))" }
}
