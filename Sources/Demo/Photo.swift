import Foundation
import Imaging

/// The picture that goes through the pipeline.
struct Photo {
    /// 12.6 megapixels.
    private static let painted = PixelSize(width: 4096, height: 3072)

    let name: String
    let bytes: [UInt8]

    /// The photograph that was asked for, or else a painted one.
    init(options: DemoOptions) throws {
        guard let path = options.photo else {
            name = "painted.jpg"
            bytes = try SyntheticPhoto(size: Self.painted).encoded(
                as: .jpeg(Encoding.JPEGOptions(quality: 90))
            )
            return
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw DemoError.photoUnreadable(path: path, reason: "there is no such file")
        }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            throw DemoError.photoUnreadable(path: path, reason: "it is no file with something in it")
        }
        do {
            bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            throw DemoError.photoUnreadable(path: path, reason: error.localizedDescription)
        }
        name = URL(fileURLWithPath: path).lastPathComponent
    }
}
