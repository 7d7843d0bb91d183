/// Makes rows of RGB from planes of Y, Cb and Cr of the same size.
final class PlaneJoin {
    private let width: Int
    private let kernels: PixelKernels
    private let next: any RowConsumer
    private let waiting: [RowQueue]
    private let output: SampleBuffer<UInt8>
    private var openPlaneCount = 3

    /// A join of rows of `width` that gives interleaved ones to `next`.
    init(width: Int, kernels: PixelKernels = .best, next: any RowConsumer) {
        self.width = width
        self.kernels = kernels
        self.next = next
        waiting = (0..<3).map { _ in RowQueue(stride: width) }
        output = SampleBuffer(count: 3 * width)
    }

    /// The consumers of the three planes; they keep the join alive.
    var inlets: [any RowConsumer] {
        waiting.indices.map { PlaneInlet($0, receiver: self) }
    }
}

extension PlaneJoin: PlaneReceiver {
    func receive(_ row: Span<UInt8>, ofPlane plane: Int) throws(ImagingError) {
        waiting[plane].append(row)
        while let y = waiting[0].first, let cb = waiting[1].first, let cr = waiting[2].first {
            kernels.join(y, cb, cr, into: output.base, count: width)
            for queue in waiting {
                queue.removeFirst(1)
            }
            try next.consume(output.samples.span)
        }
    }

    func finishPlane(_ plane: Int) throws(ImagingError) {
        openPlaneCount -= 1
        if openPlaneCount == 0 {
            try next.finish()
        }
    }
}
