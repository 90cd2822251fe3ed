package io.skillsdk.internal.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.skillsdk.HttpMethod;
import io.skillsdk.PathParameter;
import io.skillsdk.QueryParameter;
import io.skillsdk.SkillAction;
import io.skillsdk.SkillParameter;
import io.skillsdk.daemon.SkillDaemon;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a real browser: Debian's chromium, where it is installed. Screenshots are in target/screenshots. */
@Tag("one-jdk")
class DocsPageBrowserTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    enum Priority {
        low,
        high
    }

    record Line(@SkillParameter(required = true) String sku, int count) {}

    record Order(
            @SkillParameter(required = true, description = "Who orders", example = "Ada Lovelace")
            String customer,

            Priority priority,
            boolean gift,
            List<Line> lines) {}

    record Placed(String id, int lines) {}

    static final class Shop {
        @SkillAction(title = "Place an order", description = "Takes an order and says under which number it runs.")
        Placed order(Order order) {
            return new Placed(
                    "o-" + order.customer().length(),
                    order.lines() == null ? 0 : order.lines().size());
        }

        @SkillAction(path = "orders/{id}", method = HttpMethod.GET, title = "Find an order")
        Map<String, Object> find(@PathParameter("id") String id, @QueryParameter("depth") int depth) {
            return Map.of("id", id, "depth", depth);
        }
    }

    private static ChromeDriver browser;

    private static SkillDaemon daemon;

    @BeforeAll
    static void startTheBrowser() throws IOException {
        if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
            System.err.println("*** THE DOCS PAGE IS NOT TESTED IN A BROWSER: install chromium and chromium-driver.");
        }
        assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER), "chromium is not installed");
        daemon = SkillDaemon.builder(new Shop()).host("127.0.0.1").port(0).start();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        // so that Selenium looks for no other
        System.setProperty("webdriver.chrome.driver", DRIVER.toString());
        browser = new ChromeDriver(options);
        browser.manage().timeouts().pageLoadTimeout(PATIENCE).scriptTimeout(PATIENCE);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.quit();
        }
        if (daemon != null) {
            daemon.close();
        }
    }

    @BeforeEach
    void open() {
        appearance(1200, 900, "light");
        browser.get(daemon.uri() + "docs");
        await().atMost(PATIENCE)
                .until(() -> !browser.findElements(By.id("order")).isEmpty());
    }

    private static void appearance(int width, int height, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                // what scrolls smoothly is not yet where the driver clicks
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        browser.manage().window().setSize(new Dimension(Math.max(width, 500), height));
    }

    private static WebElement section(String action) {
        return browser.findElement(By.id(action));
    }

    private static WebElement field(String name) {
        return section("order")
                .findElement(By.xpath(".//label[starts-with(normalize-space(.), '" + name + " ')]"
                        + "/following-sibling::*[self::input or self::select or self::textarea]"));
    }

    private static String answer(String action) {
        await().atMost(PATIENCE)
                .until(() -> !section(action)
                        .findElements(By.cssSelector(".answer .status"))
                        .isEmpty());
        return section(action).findElement(By.cssSelector(".answer")).getText();
    }

    private static void screenshot(String name) throws IOException {
        File taken = browser.getScreenshotAs(OutputType.FILE);
        Path folder = Files.createDirectories(Path.of("target/screenshots"));
        Files.copy(taken.toPath(), folder.resolve(name + ".png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void theActionsAreListedAndAFormIsFilledWithAnExample() throws IOException {
        assertThat(browser.findElement(By.id("list")).getText()).contains("Place an order", "Find an order");
        assertThat(field("customer").getAttribute("value")).isEqualTo("Ada Lovelace");
        screenshot("light");

        appearance(1200, 900, "dark");
        String back = (String) browser.executeScript("return getComputedStyle(document.body).backgroundColor");
        assertThat(back).isEqualTo("rgb(20, 23, 26)");
        screenshot("dark");
    }

    @Test
    void sendingShowsAnswerStatusAndTime() throws IOException {
        section("order").findElement(By.cssSelector("button[type=submit]")).click();

        assertThat(answer("order")).contains("200 OK in ", " ms", "\"id\": \"o-12\"", "\"lines\": 1");
        screenshot("answer");
    }

    @Test
    void violationsAreShownBesideTheirFields() throws IOException {
        field("customer").clear();
        field("lines").clear();
        field("lines").sendKeys("[{\"sku\": 5, \"count\": \"many\"}]");
        section("order").findElement(By.cssSelector("button.plain")).click();
        WebElement json = section("order").findElement(By.tagName("textarea"));
        json.clear();
        json.sendKeys("{\"payload\": {\"lines\": [{\"sku\": 5, \"count\": \"many\"}]}}");
        section("order").findElement(By.cssSelector("button.plain")).click();
        section("order").findElement(By.cssSelector("button[type=submit]")).click();

        assertThat(answer("order")).contains("400 Bad Request");
        assertThat(fault("lines")).contains("[0].sku", "[0].count");
        assertThat(field("lines").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(field("lines").getAttribute("aria-describedby")).contains("-fault");
        screenshot("violations");
    }

    private static String fault(String name) {
        return field(name)
                .findElement(By.xpath("following-sibling::p[contains(@class,'fault')]"))
                .getText();
    }

    @Test
    void whatIsWrittenInJsonIsInTheFieldsAndTheOtherWayRound() {
        field("customer").clear();
        field("customer").sendKeys("Grace");
        section("order").findElement(By.cssSelector("button.plain")).click();
        WebElement json = section("order").findElement(By.tagName("textarea"));
        assertThat(json.getAttribute("value")).contains("\"customer\": \"Grace\"");

        json.clear();
        json.sendKeys("{\"payload\": {\"customer\": \"Alan\"}, \"sessionId\": \"s\"}");
        section("order").findElement(By.cssSelector("button.plain")).click();

        assertThat(field("customer").getAttribute("value")).isEqualTo("Alan");
    }

    @Test
    void aParameterGoesIntoThePathAndTheQuery() {
        List<WebElement> inputs = section("find").findElements(By.tagName("input"));
        inputs.get(0).sendKeys("a/b c");
        inputs.get(1).sendKeys("3");
        section("find").findElement(By.cssSelector("button[type=submit]")).click();

        assertThat(answer("find")).contains("200 OK", "\"id\": \"a/b c\"", "\"depth\": 3");
    }

    @Test
    void everythingIsReachedByKeyboard() {
        WebElement body = browser.findElement(By.tagName("body"));
        body.sendKeys(Keys.TAB);
        assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Skip to the actions");
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        boolean reached = false;
        for (int i = 0; i < 40 && !reached; i++) {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
            WebElement at = browser.switchTo().activeElement();
            reached = at.getTagName().equals("input") && at.getAttribute("id").startsWith("order-field");
        }
        assertThat(reached).isTrue();
        browser.switchTo().activeElement().sendKeys(Keys.chord(Keys.CONTROL, Keys.ENTER));

        assertThat(answer("order")).contains("200 OK");
    }

    @Test
    void nothingIsWiderThanAPhone() throws IOException {
        appearance(360, 740, "light");
        await().atMost(PATIENCE)
                .until(() -> ((Number) browser.executeScript("return window.innerWidth")).intValue() == 360);

        Number wide = (Number) browser.executeScript("return document.documentElement.scrollWidth");
        assertThat(wide.intValue()).isLessThanOrEqualTo(360);
        screenshot("phone");
    }

    @Test
    void theBrowserComplainsOfNothingAndFetchesNothingFromElsewhere() {
        section("order").findElement(By.cssSelector("button[type=submit]")).click();
        answer("order");

        @SuppressWarnings("unchecked")
        List<String> fetched = (List<String>)
                browser.executeScript("return performance.getEntriesByType('resource').map(e => e.name)");
        assertThat(fetched)
                .isNotEmpty()
                .allSatisfy(url -> assertThat(url).startsWith(daemon.uri().toString()));
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                        .map(Object::toString)
                        .filter(line -> !line.contains("favicon.ico") && !line.contains("400 (Bad Request)")))
                .isEmpty();
    }

    @Test
    void itShowsTheNextVersionByItselfWhileTheProgramIsDeveloped(@TempDir Path folder) throws IOException {
        try (DevUnderTest dev = DevUnderTest.start(folder, "First title")) {
            browser.get(dev.url() + "/docs");
            await().atMost(PATIENCE).until(() -> browser.getPageSource().contains("First title"));
            dev.retitle("Second title");
            await().atMost(PATIENCE).until(() -> browser.getPageSource().contains("Second title"));
        }
    }
}
