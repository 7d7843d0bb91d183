import CJPEG

/// libjpeg-turbo's decoder with a file whose header was read.
final class JPEGReader {
    /// What the shim's functions take.
    let decoder: OpaquePointer
    /// The structure of the file.
    let structure: JPEGStructure
    private let probe: DeadlineProbe
    private let damage: SourceDamage

    /// Reads the header of `file`, which must stay in place while the reader lives; allocates no pixels.
    ///
    /// Scans are read side by side where that is possible. Otherwise, or with `joinsScans: false`, all coefficients are held;
    /// the samples are the same.
    ///
    /// - Throws: `damaged` where libjpeg reads another header than `structure`, or cannot make sense of a scan's.
    init(
        _ file: UnsafeBufferPointer<UInt8>,
        _ structure: JPEGStructure,
        limits: ImageLimits,
        damage: SourceDamage = SourceDamage(),
        joinsScans: Bool = true
    ) throws(ImagingError) {
        self.structure = structure
        self.damage = damage
        probe = DeadlineProbe(limits)
        let bounds = limits.jpeg(probe, toleratesDamage: damage.isTolerated)
        guard let decoder = cjpeg_decoder_create(file.baseAddress, file.count, bounds) else {
            throw ImagingError(.outOfMemory, "no memory for a JPEG decoder")
        }
        self.decoder = decoder
        try check(cjpeg_decoder_open(decoder))
        guard cjpeg_decoder_width(decoder) == structure.frame.size.width,
            cjpeg_decoder_height(decoder) == structure.frame.size.height
        else { throw ImagingError(.damaged, "the JPEG has contradicting headers") }
        if joinsScans, structure.joinsScans { try joinScans(of: file) }
    }

    deinit {
        cjpeg_decoder_destroy(decoder)
    }

    /// Whether luma and chroma can be read as they are stored.
    var hasPlanes: Bool {
        cjpeg_decoder_has_planes(decoder) != 0
    }

    /// Reads to the end marker, so that damage behind the last row is seen; every row was decoded.
    func finish() throws(ImagingError) {
        do {
            try check(cjpeg_decoder_finish(decoder))
        } catch {
            try damage.tolerate(error)
        }
        if cjpeg_decoder_is_damaged(decoder) != 0 { damage.note() }
    }

    private func joinScans(of file: UnsafeBufferPointer<UInt8>) throws(ImagingError) {
        let scans = structure.scans
        let headers = scans.list.map(scans.header)
        let status = headers.flatMap(\.self).withUnsafeBufferPointer { bytes in
            var rest = bytes[...]
            let joined = zip(headers, scans.list).map { header, scan in
                defer { rest = rest.dropFirst(header.count) }
                return cjpeg_scan(
                    header: UnsafeBufferPointer(rebasing: rest).baseAddress,
                    header_count: header.count,
                    data: file.baseAddress.map { $0 + scan.data.lowerBound },
                    data_count: scan.data.count
                )
            }
            return cjpeg_decoder_join_scans(decoder, joined, joined.count)
        }
        try check(status)
    }

    /// Throws what the shim answered.
    func check(_ status: cjpeg_status) throws(ImagingError) {
        guard status == CJPEG_OK else {
            throw JPEGFailure.decoding(status, cjpeg_decoder_message(decoder))
        }
    }
}
