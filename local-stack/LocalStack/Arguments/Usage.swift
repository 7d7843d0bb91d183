/// What the program says of itself.
enum Usage {
    static let version = "0.1.0"

    static let text = """
        Runs a CloudFormation or SAM template on this machine: queues, topics, buckets, tables, mails, functions and the
        REST API, all on one port.

        usage: local-stack serve    [--port 4566] [--https-port N] [--state .local-stack]
                                    [--template template.yaml] [--parameter Name=Value]... [--region us-east-1]
                                    [--end-with-parent]
               local-stack validate [--template template.yaml] [--parameter Name=Value]... [--region us-east-1]
               local-stack --help | --version

          --port N         the port for HTTP on 127.0.0.1; 0 takes any free one
          --https-port N   a port for HTTPS as well; its certificate is made here and kept with the state
          --state DIR      the folder of everything that lasts; one local-stack at a time may use it
          --template FILE  what to run
          --parameter P=V  a value for one of the template's parameters
          --region NAME    the region that the stack believes to be in
          --end-with-parent   stop when the program that started it ends, however that ends

        exit status: 0 it was stopped, or the template is good; 1 it could not start; 2 wrong arguments or template
        """
}
