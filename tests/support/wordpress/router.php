<?php
// PHP's built-in server runs this for every request: files are served as they are, all else goes to WordPress.
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$file = realpath($_SERVER['DOCUMENT_ROOT'] . $path);
$isInside = $file !== false && str_starts_with($file, realpath($_SERVER['DOCUMENT_ROOT']) . '/');
if ($isInside && is_file($file)) {
    return false;
}
if ($isInside && is_dir($file) && is_file("$file/index.php") && $path !== '/') {
    $_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = rtrim($path, '/') . '/index.php';
    chdir($file);
    require "$file/index.php";
    return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
chdir($_SERVER['DOCUMENT_ROOT']);
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
