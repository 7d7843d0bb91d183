import Glibc
import LocalServiceKit

/// A file that is open for reading: its bytes stay readable when its name is gone.
final class OpenedFile: Sendable {
    private let descriptor: Int32

    private static let blockByteCount = 1 << 20

    /// Opens the file under a path.
    init(path: String) throws(ServiceError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .fileFailure("open") }
    }

    deinit {
        close(descriptor)
    }

    /// Hands on the bytes of a range, a block at a time; throws where the file is shorter.
    func read(
        _ range: Range<Int>,
        _ body: (UnsafeRawBufferPointer) throws(ServiceError) -> Void
    ) throws(ServiceError) {
        let block = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.blockByteCount, alignment: 16)
        defer { block.deallocate() }
        var offset = range.lowerBound
        while offset < range.upperBound {
            let count = pread(
                descriptor,
                block.baseAddress,
                min(block.count, range.upperBound - offset),
                offset
            )
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .fileFailure("read") }
            try body(UnsafeRawBufferPointer(rebasing: block[..<count]))
            offset += count
        }
    }
}
