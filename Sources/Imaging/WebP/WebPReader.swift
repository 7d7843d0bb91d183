import CWebP

/// libwebp at work on one still WebP.
///
/// The file is given in parts, so that rows come and the deadline is looked at before all of it is decoded.
final class WebPReader {
    /// Bytes of the file between two looks at the deadline: a few milliseconds of decoding.
    private static let step = 64 << 10

    /// libwebp's side.
    let decoder: OpaquePointer
    /// The size of the picture.
    let size: PixelSize
    /// What becomes of a file that is damaged.
    let damage: SourceDamage
    private let limits: ImageLimits

    /// Reads the header of `file`, which must stay in place while the reader lives.
    ///
    /// - Throws: `damaged` where libwebp reads another one than `structure`.
    init(
        _ file: UnsafeBufferPointer<UInt8>,
        _ structure: WebPStructure,
        limits: ImageLimits,
        damage: SourceDamage = SourceDamage()
    ) throws(ImagingError) {
        let tolerates: CInt = damage.isTolerated ? 1 : 0
        guard let decoder = cwebp_decoder_create(file.baseAddress, file.count, tolerates) else {
            throw ImagingError(.outOfMemory, "no memory for a WebP decoder")
        }
        self.decoder = decoder
        size = structure.size
        self.damage = damage
        self.limits = limits
        try check(cwebp_decoder_open(decoder))
        guard cwebp_decoder_width(decoder) == size.width, cwebp_decoder_height(decoder) == size.height else {
            throw ImagingError(.damaged, "the WebP has contradicting headers")
        }
    }

    deinit {
        cwebp_decoder_destroy(decoder)
    }

    /// Whether the picture is stored as planes of Y, Cb and Cr, and nothing else.
    var hasPlanes: Bool {
        cwebp_decoder_has_planes(decoder) != 0
    }

    /// Row `index` of the pixels, or of Y where planes are decoded; reads on until it is there.
    ///
    /// - Throws: what the file's bytes are to blame for, or `deadlineExceeded`.
    func row(_ index: Int) throws(ImagingError) -> UnsafePointer<UInt8> {
        while true {
            var row: UnsafePointer<UInt8>?
            try check(cwebp_decoder_advance(decoder, CUnsignedInt(index), Self.step, &row))
            if let row { return row }
            try limits.checkDeadline()
        }
    }

    /// Whether row `index` is there; false from the first one on that a damaged file, where that is tolerated, lacks.
    func finds(_ index: Int) throws(ImagingError) -> Bool {
        do {
            _ = try row(index)
            return true
        } catch {
            guard index > 0 else { throw error }
            try damage.tolerate(error)
            return false
        }
    }

    /// Throws what `status` stands for.
    func check(_ status: cwebp_status) throws(ImagingError) {
        guard status == CWEBP_OK else { throw WebPFailure.decoding(status) }
    }
}
