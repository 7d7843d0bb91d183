/// The rows of an encoded picture, in stored order.
protocol ImageDecoder: RowProducer, ~Copyable {
    /// The embedded colour profile (ICC); nil where there is none or where it cannot be read.
    var colorProfile: [UInt8]? { get }
}
