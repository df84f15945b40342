// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.http;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser of the simplest kind: keeps cookies, follows redirects, submits the page's form. For tests that count and
 * measure; it sends {@code Secure} cookies over HTTP as browsers do on this machine's own address.
 */
public final class FormClient {
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private final Map<String, String> cookies = new HashMap<>();
    private URI page = URI.create("about:blank");
    private String html = "";

    public String html() {
        return html;
    }

    /** Opens an address, and whatever that leads to. */
    public FormClient open(URI address) {
        Answer answer = Http.send(request(address));
        return show(address, answer);
    }

    /** Follows the first link whose address contains the text. */
    public FormClient follow(String part) {
        Matcher link = Pattern.compile("href=\"([^\"]*" + Pattern.quote(part) + "[^\"]*)\"")
                .matcher(html);
        if (!link.find()) {
            throw new AssertionError("no link to " + part + " on " + page + ":\n" + html);
        }
        return open(page.resolve(link.group(1).replace("&amp;", "&")));
    }

    /** Submits the page's first form, with these fields. */
    public FormClient submit(Map<String, String> fields) {
        Matcher form = ACTION.matcher(html);
        if (!form.find()) {
            throw new AssertionError("no form on " + page + ":\n" + html);
        }
        URI address = page.resolve(form.group(1).replace("&amp;", "&"));
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
        return show(address, Http.send(request));
    }

    private FormClient show(URI address, Answer answer) {
        for (String header : answer.headers().allValues("Set-Cookie")) {
            HttpCookie.parse(header).forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            return open(address.resolve(answer.header("Location").orElseThrow()));
        }
        page = address;
        html = answer.body();
        return this;
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        String jar = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return jar.isEmpty() ? request : request.header("Cookie", jar);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
