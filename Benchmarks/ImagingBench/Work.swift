import Imaging

/// What is measured.
///
/// `jpeg:800`, `webp:200,400`, `png:800` make renditions of those widths, `linear:800` JPEGs in linear light,
/// `rotate:30` a JPEG turned by so many degrees on white, `sharpen:1` one sharpened by that standard deviation;
/// `write:WIDTH:PATH` stores one as PNG, or as JPEG of quality 100 where the path ends so; `light:WIDTH:PATH` the same PNG of
/// linear light; `floor:jpeg:WIDTHS` is libjpeg-turbo alone, `floor:webp:WIDTHS` its decoder and libwebp's encoder; `kernel` is
/// the resampler alone; `paint:WIDTHxHEIGHT:PATH` makes a picture for want of photographs.
enum Work {
    case renditions([RenditionPlan])
    case write(RenditionPlan, path: String)
    case floor(Floor)
    case kernel
    case paint(SyntheticPhoto, path: String)

    /// Reads the name of a work.
    init(_ name: String) throws(BenchError) {
        let parts = name.split(separator: ":").map(String.init)
        switch (parts.first, parts.count) {
        case ("kernel", 1): self = .kernel
        case ("floor", 3): self = .floor(Floor(isWebP: parts[1] == "webp", widths: Self.widths(parts[2])))
        case ("paint", 3):
            let sides = parts[1].split(separator: "x").compactMap { Int($0) }
            guard sides.count == 2 else { throw .unknown(name) }
            self = .paint(SyntheticPhoto(size: PixelSize(width: sides[0], height: sides[1])), path: parts[2])
        case ("write", 3):
            let resize = Resize(width: Int(parts[1]))
            self = .write(RenditionPlan(resize, as: Self.exact(parts[2])), path: parts[2])
        case ("light", 3):
            var resize = Resize(width: Int(parts[1]))
            resize.usesLinearLight = true
            self = .write(RenditionPlan(resize, as: .png()), path: parts[2])
        case ("rotate", 2):
            let rotation = Rotation(degrees: Double(parts[1]) ?? 0, background: .white)
            self = .renditions([RenditionPlan(Resize(), as: .jpeg(), operations: [.rotate(rotation)])])
        case ("sharpen", 2):
            let sharpen = Sharpen(sigma: Double(parts[1]) ?? 1)
            self = .renditions([RenditionPlan(Resize(), as: .jpeg(), operations: [.sharpen(sharpen)])])
        case (let format?, 2): self = .renditions(try Self.plans(format, parts[1]))
        default: throw .unknown(name)
        }
    }

    /// The widths of a list such as `200,400`.
    static func widths(_ list: String) -> [Int] {
        list.split(separator: ",").compactMap { Int($0) }
    }

    /// The way to write the file at `path` that loses least.
    private static func exact(_ path: String) -> Encoding {
        var options = Encoding.JPEGOptions(quality: 100)
        options.chromaSubsampling = .full
        return path.hasSuffix(".jpeg") ? .jpeg(options) : .png()
    }

    private static func plans(_ format: String, _ list: String) throws(BenchError) -> [RenditionPlan] {
        let encodings: [String: Encoding] = [
            "jpeg": .jpeg(), "webp": .webp(), "png": .png(), "linear": .jpeg(),
        ]
        guard let encoding = encodings[format] else { throw .unknown(format) }
        return widths(list).map { width in
            var resize = Resize(width: width)
            resize.usesLinearLight = format == "linear"
            return RenditionPlan(resize, as: encoding)
        }
    }

    /// The work on `file`, after everything that is not to be measured.
    func prepared(_ file: [UInt8], _ renderer: Renderer) throws -> () throws -> Void {
        switch self {
        case .renditions(let plans):
            return { _ = try renderer.render(file, plans) }
        case .write(let plan, let path):
            return { try FileBytes.write(try renderer.render(file, [plan])[0].bytes, to: path) }
        case .floor(let floor): return try floor.prepared(file)
        case .paint(let photo, let path):
            return { try FileBytes.write(try photo.encoded(), to: path) }
        case .kernel:
            let kernel = KernelWork()
            return { try kernel.run() }
        }
    }
}
