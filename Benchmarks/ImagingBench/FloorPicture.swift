import CJPEG
import CWebP

/// RGB pixels in memory, decoded and encoded by nothing but the C libraries.
struct FloorPicture {
    private let width: Int
    private let height: Int
    private var pixels: [UInt8]

    /// Decodes a JPEG.
    init(decoding file: [UInt8], denominator: Int, keepsPixels: Bool = true) throws(BenchError) {
        let limits = cjpeg_limits(
            maximum_scan_count: 1_000,
            maximum_memory: 1 << 30,
            tolerates_damage: 0,
            interrupt: nil,
            context: nil
        )
        guard let decoder = cjpeg_decoder_create(file, file.count, limits) else { throw .failed("decoder") }
        defer { cjpeg_decoder_destroy(decoder) }
        guard cjpeg_decoder_open(decoder) == CJPEG_OK,
            cjpeg_decoder_start(decoder, CUnsignedInt(denominator)) == CJPEG_OK
        else { throw .failed("decoder") }
        width = Int(cjpeg_decoder_width(decoder))
        height = Int(cjpeg_decoder_height(decoder))
        let channels = Int(cjpeg_decoder_layout(decoder).rawValue)
        pixels = [UInt8](repeating: 0, count: width * channels * (keepsPixels ? height : 1))
        for row in 0..<height {
            let start = keepsPixels ? row * width * channels : 0
            let status = pixels.withUnsafeMutableBufferPointer { buffer in
                cjpeg_decoder_read_row(decoder, buffer.baseAddress.map { $0 + start })
            }
            guard status == CJPEG_OK else { throw .failed("decoder") }
        }
        guard cjpeg_decoder_finish(decoder) == CJPEG_OK else { throw .failed("decoder") }
    }

    /// Encodes as JPEG of quality 80, 4:2:0.
    func encodeJPEG() throws(BenchError) {
        guard let encoder = cjpeg_encoder_create() else { throw .failed("encoder") }
        defer { cjpeg_encoder_destroy(encoder) }
        var settings = cjpeg_settings()
        settings.width = CUnsignedInt(width)
        settings.height = CUnsignedInt(height)
        settings.layout = CJPEG_RGB
        settings.quality = 80
        settings.horizontal_sampling = 2
        settings.vertical_sampling = 2
        var status = cjpeg_encoder_start(encoder, &settings)
        for row in 0..<height where status == CJPEG_OK {
            status = pixels.withUnsafeBufferPointer { buffer in
                cjpeg_encoder_write_row(encoder, buffer.baseAddress.map { $0 + row * 3 * width })
            }
        }
        guard status == CJPEG_OK, cjpeg_encoder_finish(encoder) == CJPEG_OK else { throw .failed("encoder") }
    }

    /// Encodes as WebP of quality 80 and the pipeline's effort.
    func encodeWebP() throws(BenchError) {
        let settings = cwebp_settings(
            width: CUnsignedInt(width),
            height: CUnsignedInt(height),
            layout: CWEBP_RGB,
            takes_planes: 0,
            quality: 80,
            method: 2,
            is_lossless: 0,
            interrupt: nil,
            context: nil
        )
        guard let encoder = cwebp_encoder_create(settings) else { throw .failed("encoder") }
        defer { cwebp_encoder_destroy(encoder) }
        for row in 0..<height {
            let status = pixels.withUnsafeBufferPointer { buffer in
                cwebp_encoder_write_row(encoder, buffer.baseAddress.map { $0 + row * 3 * width })
            }
            guard status == CWEBP_OK else { throw .failed("encoder") }
        }
        guard cwebp_encoder_finish(encoder) == CWEBP_OK else { throw .failed("encoder") }
    }
}
