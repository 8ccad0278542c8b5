package org.cellarius.catalogue.tap;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.cellarius.catalogue.tap.Conversation.Method;

/**
 * A file on the web, taken with the same patience and bounds as an archive's answer.
 *
 * @param address http or https
 */
public record WebFile(URI address) {

    /** The file of an address as given; another kind of address is an error. */
    public static WebFile at(String address) {
        return new WebFile(TapService.address(address, "the address of the table"));
    }

    /** Takes the file here. */
    public void to(Path file, TapSettings settings, TapProgress progress) {
        try (var conversation = new Conversation(settings);
                Reply reply = conversation.ask(Method.GET, address, Optional.empty(), "")) {
            new Download(conversation, settings, progress).store(file, reply);
        }
    }
}
