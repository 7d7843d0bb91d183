import CInflate

/// Compressed text of a PNG (PNG third edition, clause 11.3.3.3).
enum PNGText {
    /// The bytes of a zlib stream; nil where it is damaged or has more than `maximumByteCount`.
    static func inflated(_ stream: ByteView, atMost maximumByteCount: Int) -> [UInt8]? {
        guard let inflater = cinflate_create() else { return nil }
        defer { cinflate_destroy(inflater) }
        var status = CINFLATE_DAMAGED
        let bytes = stream.array.withUnsafeBufferPointer { stream in
            [UInt8](unsafeUninitializedCapacity: maximumByteCount + 1) { target, count in
                var written: UInt32 = 0
                cinflate_feed(inflater, stream.baseAddress, UInt32(stream.count))
                status = cinflate_read(inflater, target.baseAddress, UInt32(target.count), &written)
                count = Int(written)
            }
        }
        return status == CINFLATE_ENDED ? bytes : nil
    }
}
