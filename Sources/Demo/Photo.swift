import Foundation
import Imaging
import PipelineClient

/// The picture that goes through the pipeline.
enum Photo {
    /// 12.6 megapixels.
    private static let painted = PixelSize(width: 4096, height: 3072)

    /// The photograph that was asked for, or else one that is painted into the folder.
    static func file(options: DemoOptions, folder: String) throws -> LocalFile {
        if let path = options.photo { return try LocalFile(path: path) }
        let bytes = try SyntheticPhoto(size: painted).encoded(as: .jpeg(Encoding.JPEGOptions(quality: 90)))
        let path = folder + "/painted.jpg"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try LocalFile(path: path)
    }
}
