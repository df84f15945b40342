// SPDX-License-Identifier: Apache-2.0
package io.passwordrecovery.testkit.http;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A browser of the simplest kind: keeps cookies, follows redirects, submits the page's form. For tests that count and
 * measure; it sends {@code Secure} cookies over HTTP as browsers do on this machine's own address.
 */
public final class FormClient {
    private final Map<String, String> cookies = new HashMap<>();
    private final List<Map.Entry<String, String>> headers = new ArrayList<>();
    private URI page = URI.create("about:blank");
    private String html = "";
    private Answer answer = new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), "");

    /** Sends one more header with every request. */
    public FormClient with(String header, String value) {
        headers.add(Map.entry(header, value));
        return this;
    }

    /** The same browser on the same page, which it will come back to while this one goes on. */
    public FormClient copy() {
        FormClient copy = new FormClient();
        copy.cookies.putAll(cookies);
        copy.headers.addAll(headers);
        copy.page = page;
        copy.html = html;
        copy.answer = answer;
        return copy;
    }

    /** The page's own address. */
    public URI address() {
        return page;
    }

    public String html() {
        return html;
    }

    /** What the page came with. */
    public Answer answer() {
        return answer;
    }

    /** Opens an address, and whatever that leads to. */
    public FormClient open(URI address) {
        Answer answer = Http.send(request(address));
        return show(address, answer);
    }

    /** Opens the page's address once more. */
    public FormClient reload() {
        return open(page);
    }

    /** Follows the first link whose address contains the text. */
    public FormClient follow(String part) {
        return open(address("a[href*=\"" + part + "\"]", "href"));
    }

    /** Submits the page's first form, with these fields. */
    public FormClient submit(Map<String, String> fields) {
        URI address = address("form[action]", "action");
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)));
        return show(address, Http.send(request));
    }

    private URI address(String selector, String attribute) {
        Element element = Jsoup.parse(html, page.toString()).selectFirst(selector);
        if (element == null) {
            throw new AssertionError("no " + selector + " on " + page + ":\n" + html);
        }
        return URI.create(element.absUrl(attribute));
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
        this.answer = answer;
        return this;
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(header -> request.header(header.getKey(), header.getValue()));
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
