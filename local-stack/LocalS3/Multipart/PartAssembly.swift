import Glibc
import LocalServiceKit

/// Puts the parts of an upload together into one file; it takes as long as reading and writing them.
struct PartAssembly: Sendable {
    let file: PublishedFile
    let checksum: ObjectChecksum?
    let byteCount: Int

    private static let blockByteCount = 1 << 20

    init(_ plan: CompletionPlan, _ files: ObjectFiles) throws(ServiceError) {
        var staged = try files.stage()
        var running: RunningChecksum? =
            if let algorithm = plan.algorithm { RunningChecksum(algorithm) } else { nil }
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockByteCount, alignment: 16)
        defer { block.deallocate() }
        for part in plan.parts {
            try Self.read(files.path(of: part.file), block) { bytes throws(ServiceError) in
                running?.update(bytes)
                try staged.write(bytes)
            }
        }
        byteCount = plan.parts.reduce(0) { $0 + $1.byteCount }
        if let algorithm = plan.algorithm, let running {
            checksum = ObjectChecksum(algorithm: algorithm, bytes: running.finish())
        } else {
            checksum = plan.compositeChecksum
        }
        file = try staged.publish(in: files)
    }

    private static func read(
        _ path: String,
        _ block: UnsafeMutableRawBufferPointer,
        _ body: (UnsafeRawBufferPointer) throws(ServiceError) -> Void
    ) throws(ServiceError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        // Somebody aborted the upload in the meantime.
        guard descriptor >= 0 else { throw .noSuchUpload }
        defer { close(descriptor) }
        while true {
            let count = Glibc.read(descriptor, block.baseAddress, block.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .fileFailure("read") }
            guard count > 0 else { return }
            try body(UnsafeRawBufferPointer(rebasing: block[..<count]))
        }
    }
}
