/// One edit of a picture, upright as it is seen.
package enum Operation: Hashable, Sendable {
    /// Keeps a part.
    case crop(Crop)
    /// Brings the picture to a size.
    case resize(Resize)
    /// Turns by right angles and mirrors, exactly: what the case's name says is done.
    case turn(Orientation)
    /// Turns by any angle.
    case rotate(Rotation)
    /// Blurs.
    case blur(Blur)
    /// Sharpens.
    case sharpen(Sharpen)
    /// Changes each pixel's colour by itself.
    case adjust(ColorAdjustment)
    /// Lays a text or a logo over the picture.
    case watermark(Watermark)
    /// Puts a colour behind transparent parts.
    case background(Background)
    /// Cuts off a border.
    case trim(Trim)
    /// Rounds the corners off.
    case roundedCorners(RoundedCorners)
}

extension Operation {
    /// Whether an opaque picture may have transparent pixels afterwards.
    var addsAlpha: Bool {
        switch self {
        case .resize(let resize): resize.fit == .contain && (resize.background ?? .clear).alpha < 255
        case .rotate(let rotation): rotation.orientation == nil && rotation.background.alpha < 255
        case .roundedCorners(let corners): corners.background.alpha < 255
        case .crop, .turn, .blur, .sharpen, .adjust, .watermark, .background, .trim: false
        }
    }

    /// What is done to the rows.
    var step: any OperationStep {
        switch self {
        case .crop(let crop): crop
        case .resize(let resize): resize
        case .turn(let orientation): orientation
        case .rotate(let rotation): rotation.orientation ?? rotation
        case .blur(let blur): blur
        case .sharpen(let sharpen): sharpen
        case .adjust(let adjustment): ColorStep(adjustments: [adjustment])
        case .watermark(let watermark): watermark
        case .background(let background): background
        case .trim(let trim): trim
        case .roundedCorners(let corners): corners
        }
    }
}
