/// What libFuzzer, whose main function this program has, calls for every input.
///
/// - Returns: 0 where the input is worth to be kept, -1 where it is not.
@_cdecl("LLVMFuzzerTestOneInput")
package func takeInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.chosen.run(Array(UnsafeBufferPointer(start: bytes, count: count))) ? 0 : -1
}
