import Glibc

extension OutputFolder {
    /// Makes sure, before there is anything to fetch, that the folder can be made and written into.
    ///
    /// It is tried, and what was made for it is taken away again: permissions alone do not tell of a file system that takes
    /// no files, of a full disk, or of what the system's administrator may do beside them.
    ///
    /// - Throws: `APIError.file` with what the system said.
    package func check() throws(APIError) {
        let made = try Self.make(path)
        defer { for folder in made.reversed() { rmdir(folder) } }
        var trial = Array("\(path)/.dip-XXXXXX".utf8CString)
        let descriptor = mkstemp(&trial)
        guard descriptor >= 0 else { throw Self.failure(path, "no file can be made in it: ") }
        close(descriptor)
        unlink(trial)
    }

    /// Makes a folder and those that it lies in, as far as they are missing.
    ///
    /// - Returns: The folders that were made, outermost first; where one cannot be made, those made on the way are taken away.
    static func make(_ folder: String) throws(APIError) -> [String] {
        var (next, made): (String, [String]) = (folder.first == "/" ? "" : ".", [])
        do throws(APIError) {
            for part in folder.split(separator: "/") {
                next += "/" + part
                if mkdir(next, 0o777) == 0 { made.append(next) } else { try expectFolder(next) }
            }
        } catch {
            for folder in made.reversed() { rmdir(folder) }
            throw error
        }
        return made
    }

    /// Looks at what lay in the way of making a folder: a folder is as good.
    private static func expectFolder(_ path: String) throws(APIError) {
        guard errno == EEXIST else { throw failure(path, "it cannot be made: ") }
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(path) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .file(path: path, reason: "it is no folder") }
    }
}
