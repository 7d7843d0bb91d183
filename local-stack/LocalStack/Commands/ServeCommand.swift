struct ServeCommand {
    init(_ o: ServeOptions) {}
    func run() throws(StartFailure) {}
}
