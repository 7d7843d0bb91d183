import Glibc

/// The folder for the outputs: each is written beside its place, and all are put there at the end.
final class OutputFolder {
    private let path: String
    private let source: SourceFile
    /// Where a file lies and where it belongs.
    private var pending: [(part: String, target: String)] = []
    /// The folders that were made here, outer ones first.
    private var made: [String] = []

    /// The folder at `path`, which is made if missing; `source` is never written to.
    ///
    /// - Throws: `cannot_write` where it is no folder, or none to write to, before any work is done.
    init(_ path: String, keeping source: SourceFile) throws(RenderError) {
        self.path = path
        self.source = source
        made = try Self.made(path)
        guard access(path, W_OK | X_OK) == 0 else { throw Self.failure(path) }
    }

    /// What was not put in its place is removed, and so are folders that were made for it.
    deinit {
        for file in pending { unlink(file.part) }
        // One with files in it stays: it cannot be removed.
        for folder in made.reversed() { rmdir(folder) }
    }

    /// Writes a file, by its name in the folder, which may name a folder in it.
    func write(_ bytes: Span<UInt8>, to name: String) throws(RenderError) {
        let target = try place(name)
        try create(target) { FileBytes.write(bytes, to: $0) }
    }

    /// Copies the source as it is.
    func copySource(to name: String) throws(RenderError) {
        let target = try place(name)
        let input = open(source.path, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw Self.failure(source.path) }
        defer { close(input) }
        try create(target) { output in
            var left = source.byteCount
            while left > 0 {
                let part = sendfile(output, input, nil, left)
                guard part > 0 else { return false }
                left -= part
            }
            return true
        }
    }

    /// Puts all files in their places, one after the other.
    ///
    /// - Throws: `cannot_write` for the first that cannot be put there; those before it stay, as they may have replaced others.
    func commit() throws(RenderError) {
        while let file = pending.first {
            guard rename(file.part, file.target) == 0 else { throw Self.failure(file.target) }
            pending.removeFirst()
        }
    }

    private func place(_ name: String) throws(RenderError) -> String {
        let target = "\(path)/\(name)"
        if let slash = name.lastIndex(of: "/") { made += try Self.made("\(path)/\(name[..<slash])") }
        guard !source.isAt(target) else {
            throw .usage(["\(target) is the INPUT, which is never overwritten"])
        }
        var facts = stat()
        guard lstat(target, &facts) != 0 || facts.st_mode & S_IFMT != S_IFDIR else {
            throw .file(code: "cannot_write", text: "\(target) is a folder")
        }
        return target
    }

    private func create(_ target: String, _ fill: (Int32) -> Bool) throws(RenderError) {
        let part = "\(target).\(UInt32.random(in: .min ... .max)).part"
        let descriptor = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.failure(part) }
        pending.append((part, target))
        let isFilled = fill(descriptor)
        guard close(descriptor) == 0, isFilled else { throw Self.failure(part) }
    }

    /// Makes `folder`, and those around it, where they are missing, and returns which those were.
    private static func made(_ folder: String) throws(RenderError) -> [String] {
        var facts = stat()
        if stat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR { return [] }
        var outer: [String] = []
        if let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
            outer = try made(String(folder[..<slash]))
        }
        let isMade = mkdir(folder, 0o777) == 0
        guard isMade || errno == EEXIST else { throw failure(folder) }
        // Another process may have made it meanwhile; a file of that name is no folder.
        guard stat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
            errno = ENOTDIR
            throw failure(folder)
        }
        return isMade ? outer + [folder] : outer
    }

    private static func failure(_ path: String) -> RenderError {
        .file(code: "cannot_write", text: "\(path): \(String(cString: strerror(errno)))")
    }
}
