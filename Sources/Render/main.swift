import Glibc
import LocalRender

exit(RenderCommand.run(Array(CommandLine.arguments.dropFirst())))
