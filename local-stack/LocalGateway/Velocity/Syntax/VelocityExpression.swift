/// What stands in `#set`, in conditions, in loops and in arguments.
indirect enum VelocityExpression: Sendable {
    case boolean(Bool)
    case integer(Int)
    case decimal(Double)
    case text(String)
    /// Text in double quotes: references and directives in it are rendered.
    case interpolated([VelocityNode])
    case reference(VelocityReference)
    case list([VelocityExpression])
    case map([(key: VelocityExpression, value: VelocityExpression)])
    case range(VelocityExpression, VelocityExpression)
    case not(VelocityExpression)
    case binary(VelocityOperator, VelocityExpression, VelocityExpression, line: Int)
}
