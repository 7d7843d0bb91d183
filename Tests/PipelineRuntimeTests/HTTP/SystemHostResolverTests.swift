import PipelineRuntime
import Testing

@Suite struct `The machine's resolver` {
    private static let patience = Duration.seconds(10)

    @Test func `refuses a name that has more addresses than it looks at`() throws {
        let all = try SystemHostResolver().addresses(of: "localhost", within: Self.patience)
        let exact = SystemHostResolver(maximumCount: all.count)
        #expect(try exact.addresses(of: "localhost", within: Self.patience).count == all.count)
        let error = #expect(throws: HTTPError.self) {
            try SystemHostResolver(maximumCount: all.count - 1)
                .addresses(of: "localhost", within: Self.patience)
        }
        #expect(error?.kind == .forbiddenAddress)
    }

    @Test func `finds this machine, and no name that cannot be one`() throws {
        let found = try SystemHostResolver().addresses(of: "localhost", within: Self.patience)
        #expect(found.allSatisfy { $0.isLoopback })
        let error = #expect(throws: HTTPError.self) {
            try SystemHostResolver().addresses(of: "nobody.invalid", within: Self.patience)
        }
        // Without a resolver nobody knows.
        #expect([.unknownHost, .unresolvedHost].contains(error?.kind))
    }
}
