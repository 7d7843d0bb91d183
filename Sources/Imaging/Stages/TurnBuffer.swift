/// The upright rows of a picture or of one of its planes, made of stored rows in whatever order these are.
///
/// Rows that become columns are turned in batches that fit into the processor's cache, so that whole cache lines of the upright
/// rows are written at once.
final class TurnBuffer {
    /// Stored rows in a batch: their bytes of one column fill a cache line.
    private static let batchRowCount = 64

    private let orientation: Orientation
    private let input: RowFormat
    private let kernels = PixelKernels.best
    /// Stored rows that become columns; empty for those that stay rows.
    private let batch: SampleBuffer<UInt8>
    private let batchStride: Int
    private let upright: UnsafeMutableRawPointer
    private let uprightStride: Int
    private var storedRowCount = 0

    /// The shape of the upright rows.
    let format: RowFormat

    /// A buffer of `rowCount` stored rows.
    init(_ input: RowFormat, _ orientation: Orientation, rowCount: Int) {
        self.input = RowFormat(
            size: PixelSize(width: input.size.width, height: rowCount),
            layout: input.layout
        )
        self.orientation = orientation
        format = RowFormat(size: orientation.applied(to: self.input.size), layout: input.layout)
        batchStride = input.rowByteCount + 64
        batch = SampleBuffer(count: orientation.swapsSides ? Self.batchRowCount * batchStride : 0)
        uprightStride = (format.rowByteCount + 63) / 64 * 64
        upright = .allocate(byteCount: uprightStride * format.size.height, alignment: 64)
    }

    deinit {
        upright.deallocate()
    }

    /// Takes the next stored row; behind the last one comes the first again.
    func append(_ row: Span<UInt8>) {
        row.withUnsafeBufferPointer { source in
            guard let bytes = source.baseAddress else { return }
            orientation.swapsSides ? collect(bytes) : place(bytes)
        }
        storedRowCount = (storedRowCount + 1) % input.size.height
    }

    /// Gives upright rows to `next`, all stored ones having been taken.
    func emit(_ rows: Range<Int>, to next: any RowConsumer) throws(ImagingError) {
        for index in rows {
            try next.consume(UnsafeBufferPointer(start: row(index), count: format.rowByteCount).span)
        }
    }

    private func row(_ index: Int) -> UnsafeMutablePointer<UInt8> {
        (upright + index * uprightStride).assumingMemoryBound(to: UInt8.self)
    }

    /// Puts a stored row to its place among the upright ones.
    private func place(_ bytes: UnsafePointer<UInt8>) {
        let target = row(orientation.reversesRows ? input.size.height - 1 - storedRowCount : storedRowCount)
        guard orientation.reversesColumns else {
            return target.update(from: bytes, count: input.rowByteCount)
        }
        switch input.layout {
        case .gray: Self.reverse(bytes, into: target, count: input.rowByteCount)
        case .rgb: reversePixels(bytes, into: target, channels: 3)
        case .rgba: reversePixels(bytes, into: target, channels: 4)
        }
    }

    /// Eight bytes at a time.
    private static func reverse(
        _ bytes: UnsafePointer<UInt8>,
        into target: UnsafeMutablePointer<UInt8>,
        count: Int
    ) {
        let (source, target) = (UnsafeRawPointer(bytes), UnsafeMutableRawPointer(target))
        let whole = count / 8 * 8
        for index in stride(from: 0, to: whole, by: 8) {
            let word = source.loadUnaligned(fromByteOffset: count - 8 - index, as: UInt64.self)
            target.storeBytes(of: word.byteSwapped, toByteOffset: index, as: UInt64.self)
        }
        for index in whole..<count {
            target.storeBytes(of: bytes[count - 1 - index], toByteOffset: index, as: UInt8.self)
        }
    }

    @inline(__always)
    private func reversePixels(
        _ bytes: UnsafePointer<UInt8>,
        into target: UnsafeMutablePointer<UInt8>,
        channels: Int
    ) {
        let width = input.size.width
        for pixel in 0..<width {
            for channel in 0..<channels {
                target[channels * pixel + channel] = bytes[channels * (width - 1 - pixel) + channel]
            }
        }
    }
}

extension TurnBuffer {
    /// Takes a stored row to those that become columns together, and turns them when they are complete.
    private func collect(_ bytes: UnsafePointer<UInt8>) {
        let (height, index) = (input.size.height, storedRowCount % Self.batchRowCount)
        let first = storedRowCount - index
        let count = min(Self.batchRowCount, height - first)
        let slot = orientation.reversesRows ? count - 1 - index : index
        (batch.base + slot * batchStride).update(from: bytes, count: input.rowByteCount)
        guard index == count - 1 else { return }
        let column = orientation.reversesRows ? height - first - count : first
        switch input.layout {
        case .gray: turnSquares(count, toColumn: column)
        case .rgb: turn(0..<count, channels: 3, toColumn: column)
        case .rgba: turn(0..<count, channels: 4, toColumn: column)
        }
    }

    /// Turns `count` rows of one channel, in squares as far as they go.
    private func turnSquares(_ count: Int, toColumn column: Int) {
        let side = PixelKernels.squareSide
        let (squaredCount, squaredWidth) = (count / side * side, input.size.width / side * side)
        let step = orientation.reversesColumns ? -uprightStride : uprightStride
        for start in stride(from: 0, to: squaredWidth, by: side) {
            let target = row(orientation.reversesColumns ? input.size.width - 1 - start : start) + column
            for slot in stride(from: 0, to: squaredCount, by: side) {
                let source = batch.base + slot * batchStride + start
                kernels.transpose(source, stride: batchStride, into: target + slot, stride: step)
            }
        }
        turn(0..<squaredCount, channels: 1, from: squaredWidth, toColumn: column)
        turn(squaredCount..<count, channels: 1, toColumn: column)
    }

    /// Turns some rows of the batch, from a pixel on, pixel by pixel.
    @inline(__always)
    private func turn(_ slots: Range<Int>, channels: Int, from start: Int = 0, toColumn column: Int) {
        let width = input.size.width
        for pixel in start..<width {
            let target = row(orientation.reversesColumns ? width - 1 - pixel : pixel) + column * channels
            let source = batch.base + pixel * channels
            for slot in slots {
                for channel in 0..<channels {
                    target[slot * channels + channel] = source[slot * batchStride + channel]
                }
            }
        }
    }
}
