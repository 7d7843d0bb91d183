/// Something that will happen at a set time.
@LambdaActor
package protocol Alarm: AnyObject {
    /// Makes it not happen; harmless once it has.
    func cancel()
}
