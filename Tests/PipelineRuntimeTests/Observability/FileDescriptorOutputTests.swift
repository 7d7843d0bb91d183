import Glibc
import Testing

@testable import PipelineRuntime

@Suite struct FileDescriptorOutputTests {
    @Test func `each line is one write`() throws {
        // A socket of packets keeps the boundaries of writes.
        var ends: [CInt] = [-1, -1]
        try #require(socketpair(AF_UNIX, CInt(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
        defer { for end in ends { close(end) } }
        let output = FileDescriptorOutput(ends[0])
        output.write(line: Array("first".utf8))
        output.write(line: Array("second".utf8))
        var buffer = [UInt8](repeating: 0, count: 64)
        let first = read(ends[1], &buffer, buffer.count)
        #expect(String(decoding: buffer.prefix(max(0, first)), as: UTF8.self) == "first\n")
        let second = read(ends[1], &buffer, buffer.count)
        #expect(String(decoding: buffer.prefix(max(0, second)), as: UTF8.self) == "second\n")
    }

    @Test func `a long line is written whole although the pipe takes it in parts`() throws {
        var ends: [CInt] = [-1, -1]
        try #require(pipe(&ends) == 0)
        let reader = ends[0]
        let writer = ends[1]
        defer { close(reader) }
        // Without blocking, the kernel takes what fits and refuses the rest for the time being.
        try #require(fcntl(writer, F_SETFL, O_NONBLOCK) == 0)
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 300_000)
        let thread = try PosixThread {
            FileDescriptorOutput(writer).write(line: line)
            close(writer)
        }
        var received = 0
        var buffer = [UInt8](repeating: 0, count: 50_000)
        while case let count = read(reader, &buffer, buffer.count), count > 0 { received += count }
        thread.join()
        #expect(received == line.count + 1)
    }

    @Test func `a descriptor that is closed is given up silently`() {
        FileDescriptorOutput(-1).write(line: [0x78])
    }
}
