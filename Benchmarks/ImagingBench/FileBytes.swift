import Glibc

/// Whole files.
enum FileBytes {
    /// All bytes of the file at `path`.
    static func read(_ path: String) throws(BenchError) -> [UInt8] {
        guard let file = fopen(path, "rb") else { throw .file(path) }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let count = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
            read = fread(buffer.baseAddress, 1, count, file)
        }
    }

    /// Makes or replaces the file at `path`.
    static func write(_ bytes: [UInt8], to path: String) throws(BenchError) {
        guard let file = fopen(path, "wb") else { throw .file(path) }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}
