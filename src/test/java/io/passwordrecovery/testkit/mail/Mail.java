// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

/**
 * A mail as it arrived.
 *
 * @param to the address of the envelope, not of a header
 * @param text the text/plain part, or empty
 * @param html the text/html part, or empty
 * @param source the whole message with its headers
 */
public record Mail(String to, String subject, String text, String html, String source) {
    private static final Pattern CODE_ON_ITS_LINE = Pattern.compile("(?m)^[ \\t]*([0-9]{6,12})[ \\t]*\\r?$");

    /** The reset code, which stands alone on a line of the text. */
    public Optional<String> code() {
        Matcher line = CODE_ON_ITS_LINE.matcher(text);
        return line.find() ? Optional.of(line.group(1)) : Optional.empty();
    }

    static Mail of(String to, MimeMessage message) {
        try {
            ByteArrayOutputStream source = new ByteArrayOutputStream();
            message.writeTo(source);
            return new Mail(
                    to,
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    part(message, "text/plain"),
                    part(message, "text/html"),
                    source.toString(StandardCharsets.UTF_8));
        } catch (MessagingException e) {
            throw new IllegalStateException("a mail to " + to + " cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String content = part(inner, type);
                if (!content.isEmpty()) {
                    return content;
                }
            }
        }
        return "";
    }
}
