import CELFuzzChecks

/// Called by libFuzzer with each input: the bytes are a source.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let fault = FuzzCheck.source(bytes) { fatalError(fault) }
    return 0
}
