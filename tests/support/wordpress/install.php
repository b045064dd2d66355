<?php
// Runs in the folder of the template: unzips the SQLite plugin, installs a site in Arabic, and prints its accounts as JSON.
[, $zipPath] = $argv;
$top = getcwd();
$plugins = "$top/wp-content/plugins";
$zip = new ZipArchive();
if ($zip->open($zipPath) !== true || !$zip->extractTo($plugins)) {
    fwrite(STDERR, "The SQLite plugin could not be unzipped\n");
    exit(1);
}
$zip->close();
rename("$plugins/sqlite-database-integration-main", "$plugins/sqlite-database-integration");
$plugin = "$plugins/sqlite-database-integration";
$db = strtr(file_get_contents("$plugin/db.copy"), [
    // Not the path: the template is copied, and the file finds the plugin beside itself.
    '{SQLITE_IMPLEMENTATION_FOLDER_PATH}' => '/nowhere',
    '{SQLITE_PLUGIN}' => 'sqlite-database-integration/load.php',
]);
file_put_contents("$top/wp-content/db.php", $db);
@mkdir("$top/wp-content/database");
@mkdir("$top/wp-content/uploads");

$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/';
define('WP_INSTALLING', true);
require "$top/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
// Sends no mail about the new site.
function wp_new_blog_notification() {}
wp_install('صحيفة الاختبار', 'admin', 'admin@example.org', true, '', 'admin password', 'ar');
update_option('timezone_string', 'Asia/Baghdad');
update_option('WPLANG', 'ar');
global $wp_rewrite;
$wp_rewrite->set_permalink_structure('/%postname%/');
$wp_rewrite->flush_rules(false);
activate_plugin('sqlite-database-integration/load.php', '', false, true);
switch_theme('twentytwentythree');

$accounts = ['admin' => ['login' => 'admin', 'password' => 'admin password']];
// Administrators and editors may write any HTML (`unfiltered_html`), the others may not.
foreach (['administrator' => 'أمين الموقع', 'editor' => 'كريم المحرر', 'author' => 'سعاد الكاتبة', 'contributor' => 'زائر'] as $role => $name) {
    $id = wp_insert_user(['user_login' => $role, 'user_pass' => "$role password", 'user_email' => "$role@example.org", 'display_name' => $name, 'role' => $role]);
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Midad']);
    $accounts[$role] = ['login' => $role, 'password' => $password];
}
echo json_encode($accounts);
