import PipelineRuntime
import Testing

@Suite struct `Internet addresses` {
    @Test(arguments: [
        "8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "192.0.1.1",
        "198.17.0.1",
        "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "64:ff9b::8.8.8.8",
        "2001:200::1", "2606:4700::5efe:808:808",
    ])
    func `an address of the open Internet is public`(text: String) throws {
        #expect(try #require(IPAddress(text)).isPublic)
    }

    @Test(arguments: [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254",
        "169.254.170.2", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.2.1", "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1",
        "255.255.255.255",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::1",
        "2002:a00:1::1",
        "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "2001::1", "2001:10::1", "3fff::1",
        "4000::1", "fec0::1", "5f00::1", "168.63.129.16",
        "::7f00:1", "100::1", "::ffff:8.8.8.8", "::8.8.8.8", "2002:808:808::1", "2001:0:4136:e378::1",
        "2606:4700::5efe:10.0.0.1", "2606:4700::200:5efe:192.168.1.1", "64:ff9b::169.254.169.254",
    ])
    func `an address of a private network or a special purpose is not`(text: String) throws {
        #expect(try !#require(IPAddress(text)).isPublic)
    }

    @Test(arguments: [
        "127.0.0.1", "169.254.169.254", "169.254.170.2", "::1", "[::1]", "fe80::1", "[fd00:ec2::254]",
        "::ffff:127.0.0.1", "0.0.0.0",
    ])
    func `an address of this machine, its link or its metadata service is local`(text: String) throws {
        #expect(try #require(IPAddress(text)).isLocal)
    }

    @Test(arguments: ["10.0.0.1", "8.8.8.8", "fd00::1", "2606:4700::1111"])
    func `another address is not local`(text: String) throws {
        #expect(try !#require(IPAddress(text)).isLocal)
    }

    @Test(arguments: ["", "1.2.3", "256.1.1.1", "1.2.3.4.5", "host", ":::", "[::1", "0x7f000001"])
    func `what is no address is refused`(text: String) {
        #expect(IPAddress(text) == nil)
    }
}
