#include "cli/manual.hpp"

#include <iostream>

#include "cli/command_outline.hpp"
#include "cli/manual_page.hpp"
#include "cli/output_directory.hpp"
#include "cli/shell_completion.hpp"

namespace reddline::cli {

int write_manual(const Options& options) {
    const std::vector<OutlineCommand> commands = command_outline();
    const Existing existing = options.overwrite ? Existing::replace : Existing::refuse;
    OutputDirectory output(options.output, existing, {"reddline.1", "reddline.bash"});
    output.write("reddline.1", manual_page(commands));
    for (const OutlineCommand& command : commands)
        output.write("reddline-" + command.name + ".1", manual_page(command));
    output.write("reddline.bash", bash_completion(commands));
    output.write("_reddline", zsh_completion(commands));
    output.write("reddline.fish", fish_completion(commands));
    output.publish();
    if (!options.quiet) std::cout << "Written: manual pages and completion in " << options.output << std::endl;
    return 0;
}

}  // namespace reddline::cli
